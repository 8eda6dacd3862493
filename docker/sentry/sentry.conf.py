# Append this to sentry/sentry.conf.py of a self-hosted Sentry. The values come from the environment of Sentry's
# containers; if one is missing, Sentry refuses to start with a KeyError that names it.
import os

OIDC_CLIENT_ID = os.environ["OIDC_CLIENT_ID"]
OIDC_CLIENT_SECRET = os.environ["OIDC_CLIENT_SECRET"]
OIDC_SCOPE = os.environ.get("OIDC_SCOPE") or "openid email profile"
# Such as https://id.example.com/api/oidc
OIDC_DOMAIN = os.environ["OIDC_DOMAIN"]
# The name on the login page of Sentry.
OIDC_ISSUER = os.environ.get("OIDC_ISSUER") or "Encvoy ID"
