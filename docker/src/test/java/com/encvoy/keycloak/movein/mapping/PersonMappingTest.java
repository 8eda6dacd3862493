package com.encvoy.keycloak.movein.mapping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.encvoy.keycloak.movein.picture.PictureFolder;
import com.encvoy.keycloak.movein.source.Person;

import static org.assertj.core.api.Assertions.assertThat;

class PersonMappingTest {

    private Encvoy encvoy = new Encvoy(Map.of());

    private MovedPerson moved(String columns) {
        return encvoy.move(encvoy.person(42, columns)).orElseThrow();
    }

    private Map<String, String> fields(String more) {
        return moved("{'login':'arthur'" + (more.isEmpty() ? "" : "," + more) + "}")
                .fields();
    }

    @Test
    void theNumberBecomesTheId() {
        MovedPerson person = moved("{'login':'arthur'}");

        assertThat(person.keepsId()).isTrue();
        assertThat(person.favorites()).as("of applications that move").containsExactly("wiki");
        assertThat(MovedPerson.id(42, true, "encvoy")).isEqualTo("42");
        assertThat(person.fields()).doesNotContainKey("encvoy_sub").containsEntry("enabled", "true");
    }

    @Test
    void aNumberThatIsTakenBecomesTheSubject() {
        encvoy.otherIds.add(42);

        MovedPerson person = moved("{'login':'arthur'}");

        assertThat(person.keepsId()).isFalse();
        assertThat(person.fields()).containsEntry("encvoy_sub", "42");
        assertThat(encvoy.decisions.open()).containsOnlyKeys("person/42/id");
        assertThat(MovedPerson.id(42, false, "encvoy")).hasSize(36);
    }

    @Test
    void loginsThatDifferInCaseOnlyAreAConflictOfTheLaterPerson() {
        Person first = encvoy.person(1, "{'login':'Bob'}");
        Person second = encvoy.person(2, "{'login':'bob'}");

        assertThat(encvoy.move(first).orElseThrow().fields()).containsEntry("username", "bob");
        assertThat(encvoy.move(second).orElseThrow().fields()).containsEntry("username", "bob-2");
        assertThat(encvoy.decisions.open()).containsOnlyKeys("person/2/login");
    }

    @Test
    void aDecisionReplacesTheProposal() {
        encvoy = new Encvoy(Map.of("person/2/login", "=Robert", "person/3/login", "leave out"));
        encvoy.person(1, "{'login':'bob'}");
        Person second = encvoy.person(2, "{'login':'Bob'}");
        Person third = encvoy.person(3, "{'login':'BOB'}");

        assertThat(encvoy.move(second).orElseThrow().fields()).containsEntry("username", "robert");
        assertThat(encvoy.move(third)).isEmpty();
        assertThat(encvoy.decisions.open()).isEmpty();
    }

    @Test
    void loginsThatTheRealmRefusesOrThatAreAddressesOfOthersAreConflicts() {
        assertThat(fields("").get("username")).isEqualTo("arthur");
        Person spaces = encvoy.person(5, "{'login':'a b'}");
        Person address = encvoy.person(6, "{'login':'x@example.com','email':'y@example.com'}");
        Person own = encvoy.person(7, "{'login':'z@example.com','email':'Z@example.com'}");

        assertThat(encvoy.move(spaces).orElseThrow().fields()).containsEntry("username", "a-b-5");
        assertThat(encvoy.move(address).orElseThrow().fields()).containsEntry("username", "x-6");
        assertThat(encvoy.move(own).orElseThrow().fields()).containsEntry("username", "z@example.com");
        assertThat(encvoy.decisions.open()).containsOnlyKeys("person/5/login", "person/6/login");
    }

    @Test
    void anAddressThatTwoHaveOrThatIsHereStaysWithTheFirst() {
        encvoy.otherEmails.add("here@example.com");
        Person first = encvoy.person(1, "{'login':'one','email':'Twin@example.com','email_verified':true}");
        Person second = encvoy.person(2, "{'login':'two','email':'twin@example.com','email_verified':true}");
        Person third = encvoy.person(3, "{'login':'three','email':'here@example.com'}");

        assertThat(encvoy.move(first).orElseThrow().fields())
                .containsEntry("email", "twin@example.com")
                .containsEntry("emailVerified", "true");
        assertThat(encvoy.move(second).orElseThrow().fields())
                .doesNotContainKey("email")
                .containsEntry("emailVerified", "false");
        assertThat(encvoy.move(third).orElseThrow().fields()).doesNotContainKey("email");
        assertThat(encvoy.decisions.open()).containsOnlyKeys("person/2/email", "person/3/email");
    }

    @Test
    void phoneNumbersGetTheirPlus() {
        assertThat(fields("'phone_number':'4915112345678','phone_number_verified':true"))
                .containsEntry("phone_number", "+4915112345678")
                .containsEntry("phone_number_verified", "+4915112345678");
        assertThat(encvoy.decisions.open()).isEmpty();
        encvoy = new Encvoy(Map.of());
        assertThat(fields("'phone_number':'12'")).doesNotContainKey("phone_number");
        assertThat(encvoy.decisions.open()).containsOnlyKeys("person/42/phone_number");
    }

    @Test
    void aBirthdateThatEncvoyIdInventedIsDropped() {
        assertThat(fields("'birthdate':'1978-03-08T00:00:00'")).containsEntry("birthdate", "1978-03-08");
        encvoy = new Encvoy(Map.of());
        assertThat(fields("'birthdate':'2023-11-14T22:13:20.123'")).doesNotContainKey("birthdate");
        assertThat(encvoy.tally.notes())
                .anySatisfy((note, count) -> assertThat(note).contains("day of registration"));
    }

    @Test
    void namesThatTheRealmRefusesAreProposedWithoutTheCharacters() {
        assertThat(fields("'family_name':'<script>','given_name':'O\u2019Hara'"))
                .containsEntry("lastName", "script")
                .containsEntry("firstName", "O\u2019Hara");
        assertThat(encvoy.decisions.open()).containsOnlyKeys("person/42/lastName");
    }

    @Test
    void picturesGetAnAddressOrStayBehind() {
        assertThat(fields("'picture':'public/images/profile/abc'")).doesNotContainKey("picture");
        encvoy = new Encvoy(Map.of());
        encvoy.pictures = "https://p.example.com";
        assertThat(fields("'picture':'public/images/profile/abc'"))
                .containsEntry("picture", "https://p.example.com/profile/abc");
        encvoy = new Encvoy(Map.of());
        assertThat(fields("'picture':'https://other.example/x.png'"))
                .containsEntry("picture", "https://other.example/x.png");
    }

    @Test
    void aPictureWhoseFileIsThereIsCopied(@TempDir Path images) throws Exception {
        String name = "0123456789abcdef0123456789abcdef";
        Files.createDirectory(images.resolve("profile"));
        Files.createFile(images.resolve("profile").resolve(name));
        encvoy.folder = PictureFolder.of(images).orElseThrow();

        MovedPerson moved = moved("{'login':'arthur','picture':'public/images/profile/" + name + "'}");
        assertThat(moved.fields())
                .containsEntry("picture", "https://id.example.com/realms/encvoy/api/pictures/" + name);
        assertThat(moved.picture()).hasFileName(name);
        MovedPerson without = encvoy.move(
                        encvoy.person(43, "{'login':'ford','picture':'public/images/profile/../../secret'}"))
                .orElseThrow();
        assertThat(without.fields()).doesNotContainKey("picture");
        assertThat(without.picture()).isNull();
        assertThat(encvoy.tally.left()).hasSize(1);
    }

    @Test
    void loginsThatNoOneHasChosenAreCounted() {
        fields("");
        assertThat(encvoy.tally.notes().keySet()).noneMatch(note -> note.contains("random"));
        encvoy.move(encvoy.person(43, "{'login':'0b0ff3a4-1c1d-4b7a-9c52-000000000021'}"));

        assertThat(encvoy.tally.notes().keySet()).anyMatch(note -> note.startsWith("logins are random"));
    }

    @Test
    void whatPeopleShowIsKeptAndShowingNothingToo() {
        assertThat(fields("'public_profile_claims_oauth':' id email phone department gone'"))
                .containsEntry("public_profile_claims_oauth", "department\nemail\nid\nphone_number");
        encvoy = new Encvoy(Map.of());
        assertThat(fields("'public_profile_claims_oauth':''")).containsEntry("public_profile_claims_oauth", "id");
    }

    @Test
    void customFieldsAreTextUnderTheirNewNames() {
        assertThat(fields("'custom_fields':{'department':'Space','bad name':5,'gone':null,'unknown':'x'}"))
                .containsEntry("custom_fields.department", "Space")
                .containsEntry("custom_fields.bad_name", "5")
                .doesNotContainKeys("custom_fields.gone", "custom_fields.unknown");
        encvoy = new Encvoy(Map.of());
        assertThat(fields("'custom_fields':{'department':'Space\\nTime','bad name':'" + "x".repeat(2049) + "'}"))
                .containsEntry("custom_fields.department", "Space Time")
                .containsEntry("custom_fields.bad_name", "x".repeat(2048));
        assertThat(encvoy.decisions.open()).containsOnlyKeys("person/42/custom_fields.bad_name");
    }

    @Test
    void blockedPeopleAndThoseWhoAreLeavingComeAsTheyAre() {
        assertThat(fields("'blocked':true")).containsEntry("enabled", "false");
        encvoy = new Encvoy(Map.of());
        MovedPerson leaving = moved("{'login':'arthur','deleted':'2026-02-03T10:00:00'}");
        assertThat(leaving.fields())
                .containsEntry("encvoy.delete_after", "2026-02-03")
                .containsEntry("enabled", "true");
        assertThat(leaving.actions()).containsExactly("encvoy-restore-account");
        encvoy = new Encvoy(Map.of());
        assertThat(fields("'deleted':'2020-01-01T10:00:00'")).containsEntry("encvoy.delete_after", "2026-01-01");
        encvoy = new Encvoy(Map.of());
        encvoy.actions.clear();
        assertThat(fields("'deleted':'2026-02-03T10:00:00'"))
                .containsEntry("enabled", "false")
                .doesNotContainKey("encvoy.delete_after");
    }

    @Test
    void noRecordPrintsWhatItHolds() {
        Person person = encvoy.person(42, "{'login':'arthur','hashed_password':'$2b$10$secret'}");

        assertThat(person.toString() + encvoy.move(person)).doesNotContain("arthur", "secret");
    }
}
