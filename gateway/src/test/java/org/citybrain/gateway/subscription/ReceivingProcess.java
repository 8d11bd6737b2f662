package org.citybrain.gateway.subscription;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citybrain.gateway.health.Health;
import org.citybrain.gateway.lane.Announcements;
import org.citybrain.gateway.lane.MemorySink;
import org.citybrain.gateway.source.SourceAddress;
import org.citybrain.kernel.crypto.Sm2;

/** A receiving gateway in a process of its own, for tests that kill it: folder, port, platform's public keys as JSON file. */
public final class ReceivingProcess {
    private ReceivingProcess() {}

    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Path folder = Path.of(args[0]);
        Path place = folder.resolve("place");
        SubscriptionConsumer consumer = new SubscriptionConsumer(
                "tax",
                ReceivingDatabase.postgres(
                        new SourceAddress("127.0.0.1", Integer.parseInt(args[1]), "postgres", "postgres", "postgres")),
                new PlatformKeys(() -> Files.readAllBytes(folder.resolve("keys"))),
                new Sm2.Signer(Sm2.newKeyPair().privateKeyHex()),
                new Announcements(new MemorySink()),
                new Health());
        List<byte[]> messages = cut(Files.readAllBytes(folder.resolve("messages")));
        int from = Files.exists(place) ? Integer.parseInt(Files.readString(place)) : 0;
        System.out.println("READY");
        for (int i = from; i < messages.size(); i++) {
            consumer.take(List.of(new ConsumerRecord<>("cb.subscribed.tax", 0, i, new byte[0], messages.get(i))));
            // as a consumer group does, the place is kept now and then only
            if (i % 7 == 0) {
                Files.writeString(place, Integer.toString(i));
            }
        }
        Files.createFile(folder.resolve("done"));
    }

    static List<byte[]> cut(byte[] all) {
        List<byte[]> messages = new java.util.ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(all);
        while (in.hasRemaining()) {
            byte[] message = new byte[in.getInt()];
            in.get(message);
            messages.add(message);
        }
        return messages;
    }
}
