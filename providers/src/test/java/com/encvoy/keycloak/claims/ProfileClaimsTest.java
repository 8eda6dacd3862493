package com.encvoy.keycloak.claims;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class ProfileClaimsTest {

    private static final URI SERVER = URI.create("https://id.example.com/");

    private final MemoryUser ada = new MemoryUser("ada");

    /** @param names of the public fields, separated by spaces */
    private ProfileClaims claims(String names) {
        return new ProfileClaims(new ProfileView(ada), new ReleasePolicy(Set.of(names.split(" "))), () -> "User");
    }

    private Map<String, Object> profile(String names) {
        ProfileClaims claims = claims(names);
        claims.profile(SERVER);
        return claims.claims();
    }

    private Map<String, Object> email(String names) {
        ProfileClaims claims = claims(names);
        claims.email();
        return claims.claims();
    }

    private Map<String, Object> phone(String names) {
        ProfileClaims claims = claims(names);
        claims.phone();
        return claims.claims();
    }

    private void fill() {
        ada.with("firstName", "Ada")
                .with("lastName", "Lovelace")
                .with("nickname", "Countess")
                .with("birthdate", "1815-12-10")
                .with("picture", "/ada.png")
                .with("custom_fields.team", "engines")
                .withVerifiedEmail("ada@example.com");
    }

    @Test
    void anAddressComesWithWhetherItIsVerifiedAndPublic() {
        fill();
        ada.with("email_public", "true");

        assertThat(email("email"))
                .containsExactly(
                        entry("email", "ada@example.com"), entry("email_verified", true), entry("email_public", true));
        assertThat(email("login")).isEmpty();
    }

    @Test
    void nothingIsSaidOfAnAddressThatIsMissing() {
        assertThat(email("email")).isEmpty();
    }

    @Test
    void aPhoneNumberComesWithWhetherItIsVerified() {
        ada.with("phone_number", "+4930123456").with("phone_number_verified", "+4930123456");

        assertThat(phone("phone_number"))
                .containsExactly(entry("phone_number", "+4930123456"), entry("phone_number_verified", true));
        assertThat(phone("email")).isEmpty();
        ada.with("phone_number", "none");
        assertThat(phone("phone_number")).isEmpty();
    }

    @Test
    void aProfileHasWhatIsPublicAndAlwaysAName() {
        fill();

        assertThat(profile("given_name birthdate team"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "given_name",
                        "Ada",
                        "birthdate",
                        "1815-12-10",
                        "name",
                        "Ada",
                        "custom_fields",
                        Map.of("team", "engines")));
    }

    @Test
    void everyPublicNameIsGiven() {
        fill();

        assertThat(profile("login family_name nickname"))
                .containsEntry("login", "ada")
                .containsEntry("family_name", "Lovelace")
                .containsEntry("nickname", "Countess")
                .doesNotContainKeys("given_name", "birthdate", "picture", "custom_fields");
    }

    @Test
    void aPictureIsGivenWithTheServersAddress() {
        fill();

        assertThat(profile("picture")).containsEntry("picture", "https://id.example.com/ada.png");
    }

    @Test
    void thatThePasswordHasToBeChangedIsSaidWhereItIsPublic() {
        ada.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD.name());

        assertThat(profile("password_change_required")).containsEntry("password_change_required", true);
        assertThat(profile("login")).doesNotContainKey("password_change_required");
    }

    @Test
    void theCredentialsAreReadOnlyWhereTheirTimeIsPublic() {
        CredentialModel password = new CredentialModel();
        password.setCreatedDate(0L);
        SubjectCredentialManager credentials = Stub.of(SubjectCredentialManager.class);
        UserModel user = Stub.of(UserModel.class);
        when(user.getUsername()).thenReturn("ada");
        when(user.credentialManager()).thenReturn(credentials);
        when(credentials.getStoredCredentialsByTypeStream("password")).thenAnswer(call -> Stream.of(password));

        new ProfileClaims(new ProfileView(user), new ReleasePolicy(Set.of("email")), () -> "User").profile(SERVER);
        verify(user, never()).credentialManager();
        ProfileClaims claims = new ProfileClaims(
                new ProfileView(user), new ReleasePolicy(Set.of("password_updated_at")), () -> "User");
        claims.profile(SERVER);
        assertThat(claims.claims()).containsEntry("password_updated_at", "1970-01-01T00:00:00Z");
        verify(user).credentialManager();
    }

    @ParameterizedTest
    @CsvSource({
        "given_name family_name nickname login email, Ada Lovelace",
        "given_name nickname login email, Countess",
        "given_name login email, ada",
        "given_name email, Ada",
        "family_name email, Lovelace",
        "email, User",
        "picture, User"
    })
    void aPersonIsCalledByTheFirstThatIsPublic(String names, String expected) {
        fill();

        assertThat(profile(names)).containsEntry("name", expected);
    }
}
