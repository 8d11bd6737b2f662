package org.citybrain.platform.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import java.util.UUID;
import org.citybrain.platform.home.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The authorization server's client, key and store. The addresses are given one by one: looking them up by issuer would
 * ask this very process before it listens.
 */
@Configuration(proxyBeanMethods = false)
class OidcWiring {

    private static final String CLIENT = "citybrain-console";
    private static final String SECRET = "oidc.client.secret";

    @Bean
    RegisteredClientRepository registeredClients(Home home, Secrets secrets, PasswordEncoder passwords) {
        // the id stays the same for ever: stored authorizations refer to it
        RegisteredClient console = RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret(passwords.encode(clientSecret(home, secrets)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(home.url() + "/login/oauth2/code/city")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(10))
                        .build())
                .build();
        return new InMemoryRegisteredClientRepository(console);
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(Home home, Secrets secrets) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("city")
                .clientId(CLIENT)
                .clientSecret(clientSecret(home, secrets))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .authorizationUri(home.url() + "/oauth2/authorize")
                .tokenUri(home.url() + "/oauth2/token")
                .jwkSetUri(home.url() + "/oauth2/jwks")
                .userNameAttributeName("sub")
                .clientName("CityBrain")
                .build());
    }

    @Bean
    OAuth2AuthorizationService authorizations(JdbcOperations db, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationService(db, clients);
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(Secrets secrets) {
        String stored = secrets.getOrMake("oidc.signing-key", OidcWiring::newKey);
        try {
            return new ImmutableJWKSet<>(new JWKSet(RSAKey.parse(stored)));
        } catch (ParseException e) {
            throw new IllegalStateException("the stored signing key cannot be read", e);
        }
    }

    private static String clientSecret(Home home, Secrets secrets) {
        return home.config().find(SECRET).orElseGet(() -> secrets.getOrMake(SECRET, Secrets::random));
    }

    private static String newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("no signing key can be made", e);
        }
    }
}
