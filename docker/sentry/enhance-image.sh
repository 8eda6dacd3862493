#!/bin/bash
# Belongs in the folder sentry/ of a self-hosted Sentry, whose install.sh runs it while it builds the image.
set -euo pipefail
apt-get update
pip install sentry-auth-oidc
