package org.citybrain.platform;

import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.home.HomeProperties;
import org.citybrain.platform.home.Neighbours;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Starts the platform: {@code PlatformMain --config FILE}. Waits for PostgreSQL and Kafka, prints {@code READY
 * platform}, stops cleanly on SIGTERM. A bad start ends with one plain sentence and a status other than 0.
 */
public final class PlatformMain {

    private PlatformMain() {}

    /** Runs until it is told to stop. */
    public static void main(String[] arguments) {
        try {
            HomeConfig config = HomeConfig.fromArguments(arguments);
            Neighbours.await(config);
            application(config).run();
            System.out.println("READY platform");
        } catch (RuntimeException failure) {
            System.err.println(sentence(failure));
            System.exit(1);
        }
    }

    /** The application of a home; tests add their own sources. */
    public static SpringApplication application(HomeConfig config) {
        SpringApplication application = new SpringApplication(PlatformApplication.class);
        application.setDefaultProperties(HomeProperties.of(config));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(HomeConfig.class, () -> config);
            beans.registerBean(Home.class, () -> new Home(config));
        });
        return application;
    }

    private static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigException) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof PortInUseException port) {
                return "Port " + port.getPort()
                        + " is taken by another program: stop that program or change platform.port.";
            }
        }
        return "The platform cannot start: " + failure + ". The log above has the reason.";
    }
}
