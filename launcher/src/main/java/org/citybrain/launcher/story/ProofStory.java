package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.citybrain.kernel.batch.BatchHeader;
import org.citybrain.kernel.proof.ProofVerifier;
import org.citybrain.launcher.door.Answer;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** The proof of a delivered row holds offline, and not one byte of it can be changed. */
public final class ProofStory implements Story {

    private static final String RESOURCE = "health_insurance.settlement";
    private static final int MOST_BYTES_BESIDE_THE_ROW = 4096;

    @Override
    public String name() {
        return "proof";
    }

    @Override
    public String title() {
        return "存证可离线核验, 伪造被拒 · a proof holds offline, a forged one is refused";
    }

    @Override
    public void walk(Walk walk) throws Exception {
        Answer answer = walk.machine().ask("/api/exchange/proofs/" + RESOURCE + "/0/1/0");
        walk.expect("平台出具存证 the platform gives the proof", 200, answer.status());
        byte[] proof = answer.text().getBytes(StandardCharsets.UTF_8);
        byte[] record = Base64.getDecoder().decode(answer.body().path("record").asText());
        walk.expectThat(
                "行外不超过 4 KB at most 4 KB beside the row",
                proof.length - record.length <= MOST_BYTES_BESIDE_THE_ROW,
                proof.length - record.length);

        String key = publicKey(walk, answer.body());
        ProofVerifier.Proved proved = ProofVerifier.verify(proof, key);
        walk.expect("离线核验 it holds offline", RESOURCE, proved.header().resource());
        walk.expect("任何一字节被改即拒绝 forgeries let through", 0, forgeriesLetThrough(proof, key));
    }

    private static String publicKey(Walk walk, JsonNode proof) {
        byte[] header = Base64.getDecoder().decode(proof.path("header").asText());
        String node = BatchHeader.decode(java.nio.ByteBuffer.wrap(header)).node();
        return Cases.rows(walk.machine().get("/api/exchange/node-keys")).stream()
                .filter(row -> row.path("node").asText().equals(node))
                .map(row -> row.path("publicKeyHex").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the platform knows no key of " + node));
    }

    /** Changes one byte at a time, every byte of the file once. */
    private static int forgeriesLetThrough(byte[] proof, String key) {
        int through = 0;
        for (int i = 0; i < proof.length; i++) {
            byte[] forged = proof.clone();
            forged[i] ^= 1;
            try {
                ProofVerifier.verify(forged, key);
                through++;
            } catch (ProofVerifier.RefusedException refused) {
                continue;
            }
        }
        return through;
    }
}
