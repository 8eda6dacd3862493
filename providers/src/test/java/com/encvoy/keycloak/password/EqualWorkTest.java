package com.encvoy.keycloak.password;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

import com.encvoy.keycloak.stage.RequestSession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/** Counts the hashes of an attempt, by kind. */
class EqualWorkTest {

    private static final String HASH = "$2b$10$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

    private final RequestSession session = RequestSession.open();
    private final List<String> computed = new ArrayList<>();

    @BeforeEach
    void countHashes() {
        PasswordHashProvider bcrypt = Stub.of(PasswordHashProvider.class);
        when(bcrypt.verify(any(), any())).thenAnswer(call -> {
            PasswordCredentialModel credential = call.getArgument(1);
            assertThat(Bcrypt.parse(credential.getPasswordSecretData().getValue()))
                    .as("a hash that costs what Encvoy ID's cost")
                    .hasValueSatisfying(hash -> assertThat(hash.cost()).isEqualTo(10));
            computed.add("bcrypt");
            return false;
        });
        when(session.getProvider(PasswordHashProvider.class, "bcrypt")).thenReturn(bcrypt);
        holdsBcrypt("true");
    }

    private void holdsBcrypt(String value) {
        when(session.realm.getAttribute(EqualWork.ATTRIBUTE)).thenReturn(value);
    }

    private EqualWork work() {
        return new EqualWork(session, () -> computed.add("argon2"));
    }

    private static UserModel person(PasswordCredentialModel... passwords) {
        SubjectCredentialManager credentials = Stub.of(SubjectCredentialManager.class);
        when(credentials.getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE))
                .thenAnswer(call -> Stream.of(passwords));
        UserModel user = Stub.of(UserModel.class);
        when(user.credentialManager()).thenReturn(credentials);
        return user;
    }

    private static PasswordCredentialModel password(String algorithm, String value) {
        return PasswordCredentialModel.createFromValues(algorithm, new byte[16], 10, value);
    }

    /** What an attempt costs: the person's own hash, which Keycloak compares, and what is computed beside it. */
    private List<String> attempt(UserModel user, String own) {
        computed.clear();
        work().besideHashOf(user, "wrong");
        computed.add(own);
        return computed;
    }

    @Test
    void eachAttemptComputesOneHashOfEachKind() {
        work().alone("wrong");
        assertThat(computed).as("unknown, locked, or without a password").containsExactlyInAnyOrder("argon2", "bcrypt");

        assertThat(attempt(person(password("bcrypt", HASH)), "bcrypt")).containsExactlyInAnyOrder("argon2", "bcrypt");
        assertThat(attempt(person(password("argon2", "hash")), "argon2")).containsExactlyInAnyOrder("argon2", "bcrypt");
        assertThat(attempt(person(), "argon2"))
                .as("a directory compares the password")
                .containsExactlyInAnyOrder("argon2", "bcrypt");
    }

    @Test
    void aHashThatIsNotComputedIsReplaced() {
        computed.clear();
        work().besideHashOf(person(password("bcrypt", "$2b$31$" + "a".repeat(53))), "wrong");

        assertThat(computed).containsExactlyInAnyOrder("argon2", "bcrypt");
    }

    @Test
    void aRealmWithoutTheAttributeComputesOneHash() {
        holdsBcrypt(null);
        work().alone("wrong");
        assertThat(computed).containsExactly("argon2");

        assertThat(attempt(person(password("bcrypt", HASH)), "bcrypt")).containsExactly("bcrypt");
        assertThat(attempt(person(password("argon2", "hash")), "argon2")).containsExactly("argon2");
    }

    @Test
    void aServerWithoutBcryptDoesWithoutIt() {
        when(session.getProvider(PasswordHashProvider.class, "bcrypt")).thenReturn(null);

        work().alone("wrong");

        assertThat(computed).containsExactly("argon2");
    }

    @Test
    void theHashThatBelongsToNoPasswordIsWellFormed() {
        assertThat(Bcrypt.parse("$2b$10$abcdefghijklmnopqrstuuNoPasswordHasThisHashAsItsOwnxx"))
                .hasValueSatisfying(hash -> assertThat(hash.matches("password")).isFalse());
    }
}
