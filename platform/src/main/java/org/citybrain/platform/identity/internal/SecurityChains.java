package org.citybrain.platform.identity.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.citybrain.platform.home.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The four chains: authorization server, its login, machines, browsers. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; worker-src 'self' blob:; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final String[] OPEN_FILES = {
        "/assets/**", "/fonts/**", "/*.js", "/*.css", "/*.svg", "/*.png", "/*.ico", "/*.json", "/*.webmanifest"
    };

    /** What follows a request that was let in already. */
    private static final DispatcherType[] LATER = {
        DispatcherType.ASYNC, DispatcherType.FORWARD, DispatcherType.INCLUDE, DispatcherType.ERROR
    };

    private final ProblemWriter problems;

    SecurityChains(ProblemWriter problems) {
        this.problems = problems;
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(HttpSecurity http) throws Exception {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .securityContext(context -> context.securityContextRepository(ownContext()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .headers(SecurityChains::headers)
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/idp/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain login(HttpSecurity http, SignInLimits limits) throws Exception {
        SignInOutcome outcome = new SignInOutcome(limits);
        return http.securityMatcher("/idp/**")
                .securityContext(context -> context.securityContextRepository(ownContext()))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/idp/login")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/idp/login")
                        .loginProcessingUrl("/idp/login")
                        .successHandler(outcome)
                        .failureHandler(outcome)
                        .permitAll())
                .headers(SecurityChains::headers)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain machines(HttpSecurity http, Home home) throws Exception {
        return http.securityMatcher(SecurityChains::machineCall)
                .addFilterBefore(
                        new MachineTokenFilter(home.machineToken()), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(LATER)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityChains::headers)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain browser(HttpSecurity http) throws Exception {
        RequestMatcher api = SecurityChains::isInterface;
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(LATER)
                        .permitAll()
                        .requestMatchers(OPEN_FILES)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/api/public/**", "/check", "/ogc", "/ogc/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/city"))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .csrf(csrf -> csrf.spa())
                .logout(logout -> logout.disable())
                .headers(SecurityChains::headers)
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(problems, api)
                        .defaultAccessDeniedHandlerFor(problems, api))
                .build();
    }

    /** Nobody reads observations of filters, and they would wrap each of a request's thirty. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Accounts as the login form asks for them; a locked login answers the same whether it exists or not. */
    @Bean
    UserDetailsService users(AccountReader accounts, SignInLimits limits) {
        return login -> {
            if (limits.locked(login)) {
                return User.withUsername(login)
                        .password("")
                        .accountLocked(true)
                        .authorities("SIGNED_IN")
                        .build();
            }
            String password = accounts.findPassword(login).orElseThrow(() -> new UsernameNotFoundException(login));
            return User.withUsername(login)
                    .password(password)
                    .authorities("SIGNED_IN")
                    .build();
        };
    }

    /** The provider's login lives in the same session as the console's, under its own key. */
    private static HttpSessionSecurityContextRepository ownContext() {
        HttpSessionSecurityContextRepository context = new HttpSessionSecurityContextRepository();
        context.setSpringSecurityContextKey("IDP_SECURITY_CONTEXT");
        return context;
    }

    private static boolean machineCall(HttpServletRequest request) {
        return isInterface(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private static boolean isInterface(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.equals("/ogc") || path.startsWith("/ogc/");
    }

    /** After signing in a person returns to the page asked for, never to an API address or a picture. */
    private static RequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        // the authorization server remembers its own request under the usual name
        cache.setSessionAttrName("CONSOLE_SAVED_REQUEST");
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && !isInterface(request)
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE));
        return cache;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(Customizer.withDefaults());
    }
}
