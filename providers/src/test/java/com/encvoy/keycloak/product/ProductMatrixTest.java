package com.encvoy.keycloak.product;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The matrix in {@code realm-config/README.md} says what the tests of the products do, and nothing else. */
class ProductMatrixTest {

    @Test
    void theMatrixHasTheRowsOfTheTests() throws Exception {
        List<String> rows =
                Arrays.stream(Product.values()).map(ProductMatrixTest::row).toList();

        assertThat(Files.readString(Path.of("../realm-config/README.md"))
                        .lines()
                        .dropWhile(line -> !line.startsWith("| product | signs in |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|")))
                .containsExactlyElementsOf(rows);
    }

    private static String row(Product product) {
        List<String> fields =
                product.fields().stream().map(field -> "`" + field + "`").toList();
        return "| [" + product.title() + "]("
                + (product.hasTemplate() ? "applications/" + product.clientId() + ".md" : "#apache") + ") | "
                + String.join(
                        " | ",
                        signsIn(product),
                        product.does(Habit.REFRESHES) ? "yes" : "no",
                        logsOut(product),
                        product.does(Habit.BACK_CHANNEL) ? "yes" : "no",
                        fields.isEmpty() ? "none" : String.join(", ", fields))
                + " |";
    }

    private static String signsIn(Product product) {
        return (product.does(Habit.DISCOVERY) ? "discovery" : "addresses by hand")
                + (product.does(Habit.BASIC) ? ", secret in the header" : ", secret in the body")
                + (product.does(Habit.PKCE) ? ", PKCE" : "")
                + (product.does(Habit.ID_TOKEN) ? ", ID token" : "")
                + (product.does(Habit.USERINFO) ? ", userinfo" : "");
    }

    private static String logsOut(Product product) {
        if (product.does(Habit.LOGS_OUT_BY_ID_TOKEN)) {
            return "yes, with the ID token";
        }
        return product.does(Habit.LOGS_OUT_BY_CLIENT_ID) ? "yes, after a question" : "no";
    }
}
