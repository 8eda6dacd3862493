package com.encvoy.keycloak.movein.mapping;

/** Names and ids that are taken in the realm, or on the server, by people who did not move in. */
public interface Here {

    /** Whether another person has a login, in lower case. */
    boolean hasLogin(String login);

    /** Whether another person has an address, in lower case. */
    boolean hasEmail(String email);

    /** Whether a number cannot become the id of a person: ids are unique on the whole server. */
    boolean hasId(int number);

    /** Whether the person with this number moved in earlier, with an id that is not the number. */
    boolean hasOtherId(int number);
}
