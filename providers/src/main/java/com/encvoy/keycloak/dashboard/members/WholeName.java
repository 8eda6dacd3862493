package com.encvoy.keycloak.dashboard.members;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/** The name of an account for administrators, who see all data of people. */
final class WholeName {

    private WholeName() {}

    static String of(UserModel user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(StringUtil::isNotBlank)
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getUsername() : name;
    }
}
