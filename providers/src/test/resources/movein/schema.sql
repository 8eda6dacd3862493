-- The tables of an Encvoy ID (backend 1.0.10) that people and applications move out of, with their types.
CREATE TYPE "TargetTypes" AS ENUM ('USER', 'CLIENT', 'PROVIDER');

CREATE TABLE "User" (
  id serial PRIMARY KEY, sub text, login text NOT NULL UNIQUE, email text, email_verified boolean DEFAULT false,
  email_public boolean, phone_number text UNIQUE, phone_number_verified boolean, given_name text, family_name text,
  middle_name text, nickname text, birthdate timestamp(3), picture text, custom_fields jsonb,
  data_processing_agreement boolean NOT NULL DEFAULT false, profile_privacy boolean NOT NULL DEFAULT true,
  public_profile_claims_gravatar text NOT NULL DEFAULT '', public_profile_claims_oauth text NOT NULL DEFAULT 'id',
  card_url text NOT NULL DEFAULT gen_random_uuid()::text UNIQUE, card_active boolean NOT NULL DEFAULT false,
  hashed_password text NOT NULL DEFAULT '', password_updated_at timestamp(3) NOT NULL DEFAULT '2025-03-01 12:00:00',
  locale text, password_change_required boolean, updated_at timestamp(3), deleted timestamp(3),
  blocked boolean NOT NULL DEFAULT false);

CREATE TABLE "CustomField" (id serial PRIMARY KEY, field text NOT NULL UNIQUE, title text NOT NULL,
    mapping_vcard text);
CREATE TABLE "ClientType" (id text PRIMARY KEY, name text NOT NULL);

CREATE TABLE "Client" (
  client_id text PRIMARY KEY, client_secret text NOT NULL, name text, description text, domain text, avatar text,
  cover text, cover_mode text NOT NULL DEFAULT '', created_at timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  catalog boolean NOT NULL DEFAULT false, mini_widget boolean NOT NULL DEFAULT false,
  authorize_only_admins boolean NOT NULL DEFAULT false, authorize_only_employees boolean NOT NULL DEFAULT false,
  show_avatar_in_widget boolean NOT NULL DEFAULT false, hide_avatars_of_big_providers boolean NOT NULL DEFAULT false,
  hide_widget_header boolean NOT NULL DEFAULT false, hide_widget_footer boolean NOT NULL DEFAULT false,
  hide_widget_create_account boolean NOT NULL DEFAULT false, widget_title text NOT NULL DEFAULT 'WIDGET_APP_NAME',
  widget_colors jsonb NOT NULL DEFAULT '{}', widget_info text NOT NULL DEFAULT '',
    widget_info_out text NOT NULL DEFAULT '',
  required_providers_ids text[] DEFAULT '{}', redirect_uris text[], post_logout_redirect_uris text[],
  request_uris text[] DEFAULT '{}', application_type text NOT NULL DEFAULT 'web',
  grant_types text[] DEFAULT '{authorization_code,refresh_token}', response_types text[] DEFAULT '{code}',
  id_token_signed_response_alg text NOT NULL DEFAULT 'RS256', require_auth_time boolean NOT NULL DEFAULT false,
  subject_type text NOT NULL DEFAULT 'public', token_endpoint_auth_method text NOT NULL DEFAULT 'client_secret_basic',
  introspection_endpoint_auth_method text NOT NULL DEFAULT 'client_secret_basic',
  revocation_endpoint_auth_method text NOT NULL DEFAULT 'client_secret_basic',
  require_signed_request_object boolean NOT NULL DEFAULT false, access_token_ttl integer NOT NULL DEFAULT 1800,
  refresh_token_ttl integer NOT NULL DEFAULT 86400, type_id text, parent_id text REFERENCES "Client");

CREATE TABLE "Role" (
  id serial PRIMARY KEY, user_id integer NOT NULL, client_id text NOT NULL, role text NOT NULL, UNIQUE (user_id,
    client_id));
CREATE TABLE "Scopes" (
  id serial PRIMARY KEY, user_id integer NOT NULL, client_id text NOT NULL, scopes text NOT NULL,
  created_at timestamp(3) NOT NULL, UNIQUE (user_id, client_id));
CREATE TABLE "ExternalAccount" (
  id serial PRIMARY KEY, sub text NOT NULL, issuer text, type text NOT NULL, user_id integer NOT NULL, avatar text,
  hashed_email text, hashed_email_md5 text, label text, profile_link text, rest_info jsonb,
  public integer NOT NULL DEFAULT 0, last_active_provider_id integer);
CREATE TABLE "Provider" (
  id serial PRIMARY KEY, type text NOT NULL, is_public boolean NOT NULL DEFAULT false,
  password_required boolean NOT NULL DEFAULT false, avatar text, description text, name text NOT NULL, params jsonb,
  default_public integer NOT NULL DEFAULT 0, client_id text NOT NULL);
CREATE TABLE "Provider_relations" (
  id serial PRIMARY KEY, provider_id integer NOT NULL, client_id text NOT NULL, index integer NOT NULL DEFAULT 0,
  groupe text NOT NULL DEFAULT 'SMALL');
CREATE TABLE "Settings" (
  id serial PRIMARY KEY, name text NOT NULL UNIQUE, title text NOT NULL DEFAULT '', value jsonb NOT NULL,
  public boolean NOT NULL DEFAULT false);
CREATE TABLE "Rule" (
  id serial PRIMARY KEY, target "TargetTypes" NOT NULL, field_name text NOT NULL, "default" text,
  editable boolean NOT NULL DEFAULT true, required boolean NOT NULL DEFAULT false,
    "unique" boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT false);
CREATE TABLE "RuleValidation" (
  id serial PRIMARY KEY, active boolean NOT NULL DEFAULT true, title text NOT NULL, error text NOT NULL,
    regex text NOT NULL);
CREATE TABLE "RuleRuleValidation" (rule_id integer, rule_validation_id integer, PRIMARY KEY (rule_id,
    rule_validation_id));
CREATE TABLE "ClientRule" (id serial PRIMARY KEY, client_id text NOT NULL, rule_id integer NOT NULL);
CREATE TABLE "ClientInvitation" (
  id text PRIMARY KEY, email text NOT NULL, client_id text NOT NULL,
    created_at timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE "FavoriteClients" (user_id integer NOT NULL, client_id text NOT NULL, PRIMARY KEY (user_id, client_id));
CREATE TABLE "EmailTemplates" (
  id serial PRIMARY KEY, action text NOT NULL, locale text NOT NULL, title text NOT NULL, subject text NOT NULL,
  content text NOT NULL);
CREATE TABLE "Log" (
  id serial PRIMARY KEY, date timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, event text NOT NULL, user_id integer,
  client_id text, details jsonb);
