package org.citybrain.samplecity.clock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citybrain.samplecity.config.CityConfig;

/**
 * City time, never going back. Asks the platform every few seconds without waiting for the answer and runs on between
 * answers at the last known speed; without a platform it starts at the configured moment and speed.
 */
public final class CityClock implements AutoCloseable {
    private static final long ASK_AGAIN_NANOS = 2_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest question;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Reading reading;
    private volatile boolean fromPlatform;
    private LocalDateTime latest = LocalDateTime.MIN;

    private record Reading(LocalDateTime cityTime, double speed, long nanos) {
        LocalDateTime at(long now) {
            return cityTime.plusNanos((long) ((now - nanos) * speed));
        }
    }

    /** A clock that has asked once, waiting two seconds at most. */
    public CityClock(CityConfig config) {
        question = HttpRequest.newBuilder(URI.create(config.platformUrl() + "/api/public/clock"))
                .timeout(PATIENCE)
                .GET()
                .build();
        reading = new Reading(config.start().toLocalDateTime(), config.speed(), System.nanoTime());
        try {
            hear(http.send(question, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            fromPlatform = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** City time now. */
    public synchronized LocalDateTime now() {
        long nanos = System.nanoTime();
        Reading last = reading;
        if (nanos - last.nanos() > ASK_AGAIN_NANOS && asking.compareAndSet(false, true)) {
            http.sendAsync(question, HttpResponse.BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                if (failure == null) {
                    hear(answer);
                } else {
                    goOn();
                }
                asking.set(false);
            });
        }
        LocalDateTime now = last.at(nanos);
        latest = now.isAfter(latest) ? now : latest;
        return latest;
    }

    /** Whether the last answer came from the platform. */
    public boolean isFromPlatform() {
        return fromPlatform;
    }

    private void hear(HttpResponse<String> answer) {
        try {
            if (answer.statusCode() == 200) {
                JsonNode times = JSON.readTree(answer.body());
                OffsetDateTime time =
                        OffsetDateTime.parse(times.required("cityTime").asText());
                reading = new Reading(
                        time.toLocalDateTime(), times.required("speed").asDouble(), System.nanoTime());
                fromPlatform = true;
                return;
            }
        } catch (IOException | RuntimeException e) {
            // An answer that is no clock reading counts as none: city time goes on from the last one.
            fromPlatform = false;
        }
        goOn();
    }

    /** Keeps the last speed and waits before asking again. */
    private void goOn() {
        long now = System.nanoTime();
        reading = new Reading(reading.at(now), reading.speed(), now);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
