package com.encvoy.keycloak.login.code;

import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;

import org.keycloak.Token;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.TokenManager;

import com.encvoy.keycloak.stage.RequestSession;
import com.encvoy.keycloak.stage.Stub;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

/** The cookies of a browser, whose tokens are kept instead of signed. */
final class CookieJar {

    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, Cookie> cookies = new HashMap<>();

    CookieJar(RequestSession session) {
        TokenManager manager = Stub.of(TokenManager.class);
        when(manager.encode(any())).thenAnswer(call -> {
            String text = "token-" + tokens.size();
            tokens.put(text, call.getArgument(0));
            return text;
        });
        when(manager.decode(any(), any())).thenAnswer(call -> tokens.get(call.<String>getArgument(0)));
        when(session.tokens()).thenReturn(manager);
        HttpResponse response = Stub.of(HttpResponse.class);
        doAnswer(call -> {
                    NewCookie cookie = call.getArgument(0);
                    cookies.put(cookie.getName(), cookie);
                    return null;
                })
                .when(response)
                .setCookieIfAbsent(any());
        when(session.getContext().getHttpResponse()).thenReturn(response);
        when(session.headers.getCookies()).thenReturn(cookies);
    }

    NewCookie only() {
        return (NewCookie) cookies.values().iterator().next();
    }

    void clear() {
        cookies.clear();
    }
}
