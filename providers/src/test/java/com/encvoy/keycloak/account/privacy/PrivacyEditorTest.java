package com.encvoy.keycloak.account.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

import com.encvoy.keycloak.application.ReleasePolicy;
import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class PrivacyEditorTest {

    private static final String FIELDS = "public_profile_claims_oauth";
    private static final String ACCOUNTS = "public_external_accounts";

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final MemorySession session = new MemorySession(realm);
    private final MemoryUser ada =
            realm.user("ada").with("nickname", "Countess").with("email", "ada@example.com");
    private final UPConfig profile = new UPConfig();

    @BeforeEach
    void profile() {
        profile.setAttributes(new ArrayList<>());
        UserProfileProvider profiles = Stub.of(UserProfileProvider.class);
        when(profiles.getConfiguration()).thenReturn(profile);
        when(session.model().getProvider(UserProfileProvider.class)).thenReturn(profiles);
        IdentityProviderStorageProvider providers = Stub.of(IdentityProviderStorageProvider.class);
        when(session.model().identityProviders()).thenReturn(providers);
        when(session.model().users().getFederatedIdentitiesStream(realm.model(), ada))
                .thenAnswer(call -> Stream.of(
                        new FederatedIdentityModel("github", "42", "ada"),
                        new FederatedIdentityModel("google", "43", null)));
    }

    private void declare(String attribute, String... editors) {
        profile.addOrReplaceAttribute(
                new UPAttribute(attribute, true, new UPAttributePermissions(Set.of("admin", "user"), Set.of(editors))));
    }

    private PrivacyEditor editor() {
        return new PrivacyEditor(session.model(), realm.model(), ada);
    }

    private List<Refusal> save(String fields, String accounts) {
        return editor().save(words(fields), words(accounts), null, event());
    }

    private EventBuilder event() {
        return new EventBuilder(
                        realm.model(),
                        session.model(),
                        session.model().getContext().getConnection())
                .event(EventType.UPDATE_PROFILE)
                .user(ada);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    private Set<String> stored(String attribute) {
        return Set.copyOf(ada.getAttributeStream(attribute).toList());
    }

    @Test
    void whatIsSwitchedOnIsReleasedAndNothingElse() {
        save("email", "");

        assertThat(stored(FIELDS)).containsExactlyInAnyOrder("id", "email");
        assertThat(ReleasePolicy.of(realm.model(), ada).mayRelease("nickname")).isFalse();
    }

    @Test
    void aFieldThatIsReleasedThoughItIsEmptyCanBeSwitchedOff() {
        ada.with(FIELDS, "email", "gender");
        save("email", "");

        assertThat(stored(FIELDS)).containsExactlyInAnyOrder("id", "email");
    }

    @Test
    void nothingAtAllCanBeReleased() {
        save("", "");

        assertThat(stored(FIELDS)).containsExactly("id");
        assertThat(ReleasePolicy.of(realm.model(), ada).mayRelease("email")).isFalse();
    }

    @Test
    void namesThatAreNotShownStay() {
        ada.with(FIELDS, "email", "department");
        save("nickname", "");

        assertThat(stored(FIELDS)).containsExactlyInAnyOrder("id", "nickname", "department");
    }

    @Test
    void theOtherNameOfThePhoneNumberFollowsItsSwitch() {
        ada.with("phone_number", "+4930123456").with(FIELDS, "phone");
        save("phone_number", "");
        assertThat(stored(FIELDS)).containsExactlyInAnyOrder("id", "phone_number");

        ada.with(FIELDS, "phone");
        save("", "");
        assertThat(stored(FIELDS)).containsExactly("id");
    }

    @Test
    void aSaveThatChangesNothingIsNoEventButAFirstChoiceIs() {
        save("email nickname", "");
        save("email nickname", "");

        assertThat(session.fired()).singleElement().satisfies(fired -> {
            Event event = (Event) fired;
            assertThat(event.getType()).isEqualTo(EventType.UPDATE_PROFILE);
            assertThat(event.getDetails())
                    .containsEntry("context", "ACCOUNT")
                    .containsKey("updated_public_profile_claims_oauth")
                    .doesNotContainKey("updated_public_external_accounts");
        });
    }

    @Test
    void theDefaultAppliesAgain() {
        ada.with(FIELDS, "id");
        editor().useDefault(event());

        assertThat(stored(FIELDS)).isEmpty();
        assertThat(ReleasePolicy.of(realm.model(), ada).mayRelease("nickname")).isTrue();
        editor().useDefault(event());
        assertThat(session.fired()).hasSize(1);
    }

    @Test
    void accountsAreChosenAndThoseThatAreGoneStayNamed() {
        ada.with(ACCOUNTS, "google", "gitlab");
        save("", "github");

        assertThat(stored(ACCOUNTS)).containsExactlyInAnyOrder("github", "gitlab");
    }

    @Test
    void aNameThatIsNotShownIsNotAccepted() {
        save("email salary", "github slack");

        assertThat(stored(FIELDS)).containsExactlyInAnyOrder("id", "email");
        assertThat(stored(ACCOUNTS)).containsExactly("github");
    }

    @Test
    void whatTheRealmKeepsForItselfDoesNotChange() {
        declare(FIELDS, "admin");
        declare(ACCOUNTS, "admin");
        save("email", "github");
        editor().useDefault(event());

        assertThat(stored(FIELDS)).isEmpty();
        assertThat(stored(ACCOUNTS)).isEmpty();
        assertThat(session.fired()).isEmpty();
    }

    @Test
    void aFieldThatTheRealmDoesNotOfferKeepsItsState() {
        UPAttribute attribute =
                new UPAttribute(FIELDS, true, new UPAttributePermissions(Set.of("user"), Set.of("user")));
        attribute.addValidation("options", Map.of("options", List.of("id", "email")));
        profile.addOrReplaceAttribute(attribute);
        ada.with("custom_fields.department", "engines").with(FIELDS, "id", "nickname");
        save("email department", "");

        assertThat(stored(FIELDS)).containsExactlyInAnyOrder("id", "email", "nickname");
    }

    @Test
    void aChoiceThatWasChangedMeanwhileIsNotOverwritten() {
        String version = editor().version();
        ada.with(FIELDS, "id", "nickname");

        assertThat(editor().save(Set.of("email"), Set.of(), version, event()))
                .extracting(Refusal::code)
                .containsExactly("stale");
        assertThat(stored(FIELDS)).containsExactlyInAnyOrder("id", "nickname");
        assertThat(editor().save(Set.of("email"), Set.of(), editor().version(), event()))
                .isEmpty();
    }

    @Test
    void thePersonSeesWhatThereIsAndWhatTheProfileDeclares() {
        declare("birthdate", "admin", "user");
        declare("custom_fields.department", "admin");
        profile.addOrReplaceAttribute(new UPAttribute(
                "custom_fields.risk", false, new UPAttributePermissions(Set.of("admin"), Set.of("admin"))));
        ada.with("custom_fields.risk", "high").with(FIELDS, "risk email");

        assertThat(new VisibleData(session.model(), realm.model(), ada).fields())
                .containsExactlyInAnyOrder(
                        new ProfileField("login", "", "ada", false, false, true),
                        new ProfileField("email", "", "ada@example.com", false, true, true),
                        new ProfileField("nickname", "", "Countess", false, false, true),
                        new ProfileField("birthdate", "", null, false, false, true),
                        new ProfileField("department", "department", null, false, false, true),
                        new ProfileField("risk", "risk", null, true, true, true));
    }
}
