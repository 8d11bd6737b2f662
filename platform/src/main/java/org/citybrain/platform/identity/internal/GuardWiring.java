package org.citybrain.platform.identity.internal;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guard before every endpoint of every room. */
@Configuration(proxyBeanMethods = false)
class GuardWiring implements WebMvcConfigurer {

    private final EndpointGuard guard;

    GuardWiring(EndpointGuard guard) {
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard);
    }
}
