package org.citybrain.platform.shell.internal;

import java.io.IOException;
import java.time.Duration;
import org.citybrain.platform.home.Home;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The console's files; an address without a file is a page of the console, unless it belongs to the server. */
@Configuration(proxyBeanMethods = false)
class ConsoleFiles implements WebMvcConfigurer {

    private static final String SERVER = "^(api|ogc|idp|oauth2|login|actuator|userinfo|connect|\\.well-known)(/.*)?$";

    // a route may end with a resource id that has a dot in it, so only these endings mean a file
    private static final String FILE =
            ".*\\.(js|mjs|css|map|html|json|webmanifest|png|jpg|svg|ico|woff2?|pbf|txt|wasm)$";

    private final String folder;

    ConsoleFiles(Home home) {
        this.folder = home.consoleFolder().toAbsolutePath().toUri().toString().replaceAll("/*$", "/");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(folder + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new ClientRoutes());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    /** Falls back to the one page for routes that the browser knows. */
    private static final class ClientRoutes extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            if (file != null) {
                return file;
            }
            boolean route = !path.matches(SERVER) && !path.matches(FILE);
            Resource page = location.createRelative("index.html");
            return route && page.isReadable() ? page : null;
        }
    }
}
