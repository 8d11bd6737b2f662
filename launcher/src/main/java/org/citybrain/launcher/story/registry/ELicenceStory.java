package org.citybrain.launcher.story.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.citybrain.kernel.code.LicenceId;
import org.citybrain.kernel.crypto.Sm2;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.door.Door;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** An e-licence is issued and verified without the city; it ends with the department's record, is issued anew, and revoked. */
public final class ELicenceStory implements Story {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final String LIST = "/api/registry/papers/licence?type=market_regulation.food_licence&state=VALID";
    private static final String WHY = "?purpose=handover&legalBasis=law";

    @Override
    public String name() {
        return "e-licence";
    }

    @Override
    public String title() {
        return "电子证照签发、核验、换发、注销 · an e-licence issued, verified, issued anew and revoked";
    }

    @Override
    public void walk(Walk walk) {
        FirmBooks.require(walk);
        Door steward = walk.officer("steward");
        DepartmentDatabase market = walk.department("market_regulation");
        JsonNode paper = walk.await(
                "有效的食品经营许可证 a food licence in force",
                SOON,
                () -> StreamSupport.stream(steward.get(LIST).spliterator(), false)
                        .filter(one ->
                                count(market, one.path("number").asText()).equals("1"))
                        .findFirst());
        String ref = paper.path("ref").asText();
        String first = issue(steward, ref).path("identifier").asText();
        walk.expect("标识符合 GB/T 36904 the identifier is well formed", Optional.empty(), LicenceId.problemOf(first));
        verified(walk, steward, market, first, paper.path("number").asText());
        String second = issuedAnew(walk, steward, market, paper);
        steward.post("/api/licences/" + second + "/revocation", Map.of("reason", "演示注销"));
        walk.expect("注销后核验不通过 revoked for whoever checks", "REVOKED", state(steward, ref));
    }

    private static JsonNode issue(Door steward, String ref) {
        return steward.post("/api/licences", Map.of("paper", ref, "purpose", "演示签发", "legalBasis", "政务数据共享条例"));
    }

    /** With the public key alone, and against the department's own row. */
    private static void verified(Walk walk, Door steward, DepartmentDatabase market, String identifier, String number) {
        JsonNode signed = steward.get("/api/licences/" + identifier + "/document" + WHY);
        String document = signed.path("document").asText();
        byte[] signature = HexFormat.of().parseHex(signed.path("signature").asText());
        Sm2.Verifier verifier = new Sm2.Verifier(signed.path("publicKey").asText());
        walk.expect("公钥验签通过 verified with the public key alone", true, verifier.verify(bytes(document), signature));
        walk.expect(
                "改动一字即不通过 one sign changed is found",
                false,
                verifier.verify(bytes(document.replaceFirst("\"number\":\"(.)", "\"number\":\"x")), signature));
        String until = market.value("select valid_until from food_licence where licence_code = ?", number);
        walk.expectThat("内容同部门库 it says what the department's row says", document.contains(until), until);
    }

    private static String issuedAnew(Walk walk, Door steward, DepartmentDatabase market, JsonNode paper) {
        String ref = paper.path("ref").asText();
        String number = paper.path("number").asText();
        String items = market.value("select items from food_licence where licence_code = ?", number);
        String set = "update food_licence set items = ?, updated_at = localtimestamp where licence_code = ?";
        market.execute(set, items + "、饮品", number);
        try {
            walk.awaitSame(
                    "部门记录变更即不再有效 it ends with the department's record", SOON, "CHANGED", () -> state(steward, ref));
            String second = issue(steward, ref).path("identifier").asText();
            walk.expect("换发后有效 the next version is valid", "VALID", state(steward, ref));
            return second;
        } finally {
            market.execute(set, items, number);
        }
    }

    private static String state(Door steward, String ref) {
        return steward.get("/api/licences?paper=" + ref).path(0).path("state").asText();
    }

    private static String count(DepartmentDatabase market, String number) {
        return market.value("select count(*) from food_licence where licence_code = ? and items is not null", number);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
