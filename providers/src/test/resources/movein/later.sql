-- What has changed in the made-up Encvoy ID after a move. ${...} is replaced by the tests.
UPDATE "User" SET nickname = 'New', given_name = 'Robert' WHERE id = 61;
UPDATE "User" SET given_name = 'There' WHERE id = 62;
UPDATE "User" SET hashed_password = '${bcrypt}', password_updated_at = '2025-06-01' WHERE id IN (63, 64);
UPDATE "ExternalAccount" SET rest_info = '{"secret": "${totp}", "enabled": true}' WHERE sub IN ('totp_65', 'totp_66');
UPDATE "ExternalAccount" SET sub = '6702' WHERE sub = '6701';
UPDATE "ExternalAccount" SET sub = '6802' WHERE sub = '6801';
UPDATE "ExternalAccount" SET sub = 'bmV3LTY5', label = 'New key',
    rest_info = '{"publicKey": ${cose}, "counter": 0, "createdAt": "2025-06-01T00:00:00.000Z"}' WHERE user_id = 69;
UPDATE "Role" SET role = 'OWNER' WHERE user_id = 70 AND client_id = 'wiki-0000000000000000';
UPDATE "User" SET picture = 'public/images/profile/0123456789abcdef0123456789abcde2' WHERE id IN (71, 72);
INSERT INTO "User" (id, login, email, given_name, family_name) VALUES
  (50000, 'newcomer', 'newcomer@example.com', 'New', 'Comer');
DELETE FROM "User" WHERE id = 3000;
UPDATE "Client" SET client_secret = 'another-secret-of-the-later-application', description = 'From there',
    redirect_uris = '{"https://later.example.com/cb","https://later.example.com/cb2"}'
  WHERE client_id = 'later-0000000000000000';
UPDATE "Provider" SET params = '{"external_client_id": "g2", "external_client_secret": "g2-secret"}' WHERE id = 6;
