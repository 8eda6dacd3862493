-- A made-up Encvoy ID with every trap of a move. ${...} is replaced by the tests.
INSERT INTO "Client" (client_id, client_secret, name, domain, redirect_uris, post_logout_redirect_uris, created_at,
    widget_colors, cover_mode) VALUES
  ('root-client-000000000', 'root-secret', 'Encvoy ID', 'http://localhost', '{"http://localhost/code"}', '{}',
    '2024-01-01', '{"button_color": "#112233"}', 'INHERIT');
INSERT INTO "Client" (client_id, client_secret, name, redirect_uris, created_at, parent_id) VALUES
  ('organisation-00000000', 'org-secret', 'An organisation', '{}', '2024-01-02', NULL);
INSERT INTO "ClientType" VALUES ('tools', 'Tools');
INSERT INTO "Client" (client_id, client_secret, name, description, domain, redirect_uris, post_logout_redirect_uris,
    created_at, parent_id, access_token_ttl, refresh_token_ttl, token_endpoint_auth_method, widget_title,
    widget_colors,
    avatar, catalog, type_id) VALUES
  ('wiki-0000000000000000', 'secret-of-the-wiki-in-encvoy-id-00000000000000', 'Wiki', 'Knows everything',
    'https://wiki.example.com', '{"https://wiki.example.com/login","","https://wiki.example.com/*"}', '{}',
    '2024-02-01', 'root-client-000000000', 600, 30, 'client_secret_post', 'Welcome to APP_NAME',
    '{"button_color": "#4c6ad4", "font_color": "white", "link_color": "#000000"}',
    'public/images/client/c0ffee00c0ffee00c0ffee00c0ffee00', true,
    'tools'),
  ('spa-00000000000000000', '', 'Browser app', NULL, 'spa.example.com', '{"https://spa.example.com/cb"}',
    '{"https://spa.example.com/bye"}', '2024-02-02', 'organisation-00000000', 1800, 86400, 'none',
    'WIDGET_APP_NAME', '{}', NULL, false, NULL),
  ('closed-00000000000000', 'secret-of-the-closed-application-000000000000', 'Closed <b>', NULL,
    'https://closed.example.com', '{"https://closed.example.com/cb"}', '{}', '2024-02-03', 'root-client-000000000',
    1800,
    86400, 'client_secret_basic', 'WIDGET_APP_NAME', '{}', NULL, false, NULL);
UPDATE "Client" SET authorize_only_employees = true, introspection_endpoint_auth_method = 'private_key_jwt',
    mini_widget = true, hide_widget_header = true, require_signed_request_object = true,
    grant_types = '{authorization_code,password}', required_providers_ids = '{1}',
    avatar = 'public/images/client/damaged0damaged0damaged0damaged0', cover = 'public/images/client/cover'
  WHERE client_id = 'closed-00000000000000';
UPDATE "Client" SET avatar = 'public/images/client/5ea15ea15ea15ea15ea15ea15ea15ea1'
  WHERE client_id = 'root-client-000000000';

INSERT INTO "Client" (client_id, client_secret, name, description, redirect_uris, created_at, parent_id) VALUES
  ('later-0000000000000000', 'first-secret-of-the-later-application', 'Later', 'First',
    '{"https://later.example.com/cb"}', '2024-02-04', 'root-client-000000000');

INSERT INTO "CustomField" (field, title) VALUES ('department', 'Department'), ('floor', 'Floor');
INSERT INTO "Rule" (id, target, field_name, active, required) VALUES
  (1, 'USER', 'email', true, true), (2, 'USER', 'department', true, false), (3, 'USER', 'password', true, true);
INSERT INTO "Rule" (id, target, field_name, active, "default", "unique") VALUES
  (4, 'USER', 'floor', true, '1', true), (5, 'USER', 'nickname', true, 'Newcomer', false);
INSERT INTO "RuleValidation" (id, title, error, regex) VALUES (1, 'length', 'too short', '.{6,}'), (2, 'js', 'no',
    '[['), (3, 'floors', 'A floor is a number.', '^[0-9]+$');
INSERT INTO "RuleRuleValidation" VALUES (3, 1), (2, 2), (4, 3);
INSERT INTO "ClientRule" (client_id, rule_id) VALUES ('wiki-0000000000000000', 1);

INSERT INTO "Settings" (name, value) VALUES
  ('i18n', '{"default_language": "de-DE"}'), ('registration_policy', '"disabled"'),
  ('default_public_profile_claims_oauth', '"picture nickname"'), ('allowed_login_fields', '"login phone_number"'),
  ('catalog', 'true'), ('sentry', '{"enabled": true, "dsn": "https://dsn-secret@sentry.example.com/1"}'),
  ('data_processing_agreement', '"https://example.com/terms"');

INSERT INTO "Provider" (id, type, name, params, client_id) VALUES
  (1, 'GITHUB', 'GitHub', '{"external_client_id": "gh", "external_client_secret": "gh-secret", "scopes": "user"}',
    'root-client-000000000'),
  (2, 'CUSTOM', 'Company', '{"external_client_id": "c", "external_client_secret": "c-secret",
    "scopes": "openid email",
    "issuer": "https://login.example.org", "authorization_endpoint": "https://login.example.org/auth",
    "token_endpoint": "https://login.example.org/token", "userinfo_endpoint": "https://login.example.org/me"}',
    'root-client-000000000'),
  (3, 'EMAIL', 'Mail', '{"root_mail": "id@example.com", "mail_hostname": "mail.example.com", "mail_port": "465",
    "mail_password": "mail-secret", "mail_code_ttl_sec": 300}', 'root-client-000000000'),
  (4, 'TOTP', 'One-time password', '{"digits": 8, "period": 60, "algorithm": "sha256"}', 'root-client-000000000'),
  (6, 'GOOGLE', 'Google', '{"external_client_id": "g", "external_client_secret": "google-secret"}',
    'root-client-000000000'),
  (5, 'KLOUD', 'Telephone', '{"external_client_secret": "telephone-secret"}', 'root-client-000000000');
UPDATE "Provider" SET avatar = 'public/images/provider/x', client_id = 'organisation-00000000',
    password_required = true WHERE id = 2;
INSERT INTO "Provider_relations" (provider_id, client_id, index, groupe) VALUES
  (2, 'wiki-0000000000000000', 0, 'BIG'), (1, 'wiki-0000000000000000', 1, 'BIG');

INSERT INTO "User" (id, login, email, email_verified, given_name, family_name, hashed_password, birthdate) VALUES
  (1, 'admin', 'root@example.com', true, 'First', 'Administrator', '${bcrypt}', '2024-01-01 10:11:12.345'),
  (17, 'Bob', 'bob@example.com', true, 'Bob', 'First', '${bcrypt}', NULL),
  (18, 'bob', 'bob2@example.com', true, 'Bob', 'Second', '${bcrypt}', NULL),
  (19, 'twin-one', 'twins@example.com', true, 'Twin', 'One', '${bcrypt}', NULL),
  (20, 'twin-two', 'twins@example.com', false, 'Twin', 'Two', '${bcrypt}', NULL),
  (21, '0b0ff3a4-1c1d-4b7a-9c52-000000000021', 'uuid@example.com', true, 'Uu', 'Id', '${bcrypt}', NULL),
  (22, 'a b', 'space@example.com', true, 'Evil', '<script>', '${bcrypt}', NULL),
  (23, 'blocked', 'blocked@example.com', true, 'Bill', 'Blocked', '${bcrypt}', NULL),
  (24, 'leaving', 'leaving@example.com', true, 'Lea', 'Ving', '${bcrypt}', NULL),
  (25, 'linked', 'linked@example.com', true, 'Lin', 'Ked', '', NULL),
  (26, 'odd-hash', 'odd@example.com', true, 'Odd', 'Hash', 'md5:0123456789', NULL),
  (27, 'nameless', NULL, false, NULL, NULL, '${bcrypt}', NULL),
  (28, 'otp', 'otp@example.com', true, 'Otto', 'Totp', '${bcrypt}', NULL),
  (29, 'passkey', 'passkey@example.com', true, 'Pam', 'Key', '', NULL),
  (30, 'BOB', 'bob3@example.com', true, 'Bob', 'Third', '${bcrypt}', NULL),
  (42, 'arthur', 'Arthur@Example.com', true, 'Arthur', 'Dent', '${bcrypt}', '1978-03-08');
UPDATE "User" SET phone_number = '4915112345678', phone_number_verified = true, nickname = 'Monkeyman',
    middle_name = 'Philip', picture = 'public/images/profile/0123456789abcdef0123456789abcdef', locale = 'de-DE',
    custom_fields = '{"department": "Space", "bad name!": 5, "gone": null, "floor": 7}',
    public_profile_claims_oauth = ' id email nickname department phone' WHERE id = 42;
UPDATE "User" SET public_profile_claims_oauth = ' id email' WHERE id <> 42;
UPDATE "User" SET blocked = true WHERE id = 23;
UPDATE "User" SET deleted = CURRENT_TIMESTAMP + interval '10 days' WHERE id = 24;
UPDATE "User" SET phone_number = '12' WHERE id = 25;
UPDATE "User" SET custom_fields = '{"floor": "upstairs"}', profile_privacy = false,
    public_profile_claims_gravatar = ' picture' WHERE id = 18;

-- People for later runs, each for one kind of change.
INSERT INTO "User" (id, login, email, email_verified, given_name, family_name, hashed_password)
  SELECT 60 + n, 'later-' || kind, 'later-' || kind || '@example.com', true, 'La', 'Ter', '${bcrypt}'
  FROM unnest(ARRAY['profile', 'kept', 'password', 'set-here', 'code', 'no-code', 'link', 'unlinked', 'key', 'role',
    'picture', 'own-picture']) WITH ORDINALITY kinds(kind, n);
UPDATE "User" SET public_profile_claims_oauth = ' id email' WHERE id > 60;
UPDATE "User" SET picture = 'public/images/profile/0123456789abcdef0123456789abcde' || (id - 71)
  WHERE id IN (71, 72);

INSERT INTO "Scopes" (user_id, client_id, scopes, created_at)
  SELECT id, 'root-client-000000000', '', '2024-01-01 10:11:13' FROM "User";
INSERT INTO "Role" (user_id, client_id, role)
  SELECT id, 'root-client-000000000', CASE WHEN id = 1 THEN 'OWNER' ELSE 'USER' END FROM "User";
INSERT INTO "Scopes" (user_id, client_id, scopes, created_at) VALUES
  (42, 'wiki-0000000000000000', 'openid profile email', '2024-02-03'),
  (17, 'wiki-0000000000000000', 'openid', '2024-02-04');
INSERT INTO "FavoriteClients" VALUES (42, 'wiki-0000000000000000'), (42, 'organisation-00000000');
INSERT INTO "EmailTemplates" (action, locale, title, subject, content) VALUES
  ('invite', 'en-US', 'Invitation', 'Come in', '{{link}}');
INSERT INTO "Log" (event, user_id, details) VALUES ('login', 42, '"{}"'), ('login', 17, '"{}"');
INSERT INTO "Role" (user_id, client_id, role) VALUES
  (70, 'wiki-0000000000000000', 'USER'),
  (42, 'wiki-0000000000000000', 'OWNER'), (17, 'wiki-0000000000000000', 'editor'), (18, 'wiki-0000000000000000',
    'USER'),
  (42, 'closed-00000000000000', 'USER'), (19, 'organisation-00000000', 'ADMIN');

INSERT INTO "ExternalAccount" (sub, issuer, type, user_id, label, public, rest_info) VALUES
  ('totp_28', NULL, 'TOTP', 28, NULL, 0, '{"secret": "${totp}", "digits": 6, "period": 30, "algorithm": "sha1",
    "backup_codes": [{}], "enabled": true}'),
  ('${passkey}', 'http://localhost', 'WEBAUTHN', 29, 'Mozilla/5.0', 0,
    '{"publicKey": ${cose}, "counter": 0, "aaguid": "00000000-0000-0000-0000-000000000000"}'),
  ('totp_65', NULL, 'TOTP', 65, NULL, 0, '{"secret": "${totp}", "enabled": true}'),
  ('totp_66', NULL, 'TOTP', 66, NULL, 0, '{"secret": "${totp}", "enabled": true}'),
  ('a2V5LTY5', 'https://old.example.com', 'WEBAUTHN', 69, 'Old key', 0, '{"publicKey": ${cose}, "counter": 3}'),
  ('6701', 'https://github.com', 'GITHUB', 67, 'link', 0, NULL),
  ('6801', 'https://github.com', 'GITHUB', 68, 'unlinked', 2, NULL),
  ('c0ffee', 'http://localhost', 'MTLS', 25, NULL, 0, '{"cert": "-"}'),
  ('linked@example.com', NULL, 'EMAIL', 25, NULL, 0, NULL),
  ('4711', 'https://github.com', 'GITHUB', 25, 'lin', 1, NULL),
  ('company-7', 'https://login.example.org/', 'CUSTOM', 25, 'lin@company', 0, NULL),
  ('other-7', 'https://gone.example.org', 'CUSTOM', 25, 'lin@gone', 0, NULL),
  ('0xabc', 'ETHEREUM', 'ETHEREUM', 25, NULL, 0, NULL);

INSERT INTO "ClientInvitation" VALUES
  ('7b0ff3a4-1c1d-4b7a-9c52-000000000001', 'guest@example.com', 'closed-00000000000000', '2025-01-01'),
  ('7b0ff3a4-1c1d-4b7a-9c52-000000000002', 'guest@example.com', 'organisation-00000000', '2025-01-01');
