package org.citybrain.platform;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.platform.topics.InMemoryTopicPort;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The platform as a process runs it, on a real port; for tests that stop and start it. */
public final class RunningPlatform implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningPlatform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts on that home's port and database with a broker in memory. */
    public static RunningPlatform start(Map<String, String> home) {
        SpringApplication application = PlatformMain.application(HomeConfig.of(home));
        application.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean(InMemoryTopicPort.class, InMemoryTopicPort::new));
        return new RunningPlatform(application.run("--platform.topics=memory"));
    }

    /** A port that is free now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A bean of the running platform. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
