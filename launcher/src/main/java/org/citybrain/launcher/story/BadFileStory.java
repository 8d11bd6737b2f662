package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** A bad row is a finding with its place and its mend; the good rows of the file go on. GBK and UTF-8 both work. */
public final class BadFileStory implements Story {

    private static final String DEPARTMENT = "visitors";
    private static final Charset GBK = Charset.forName("GBK");
    private static final int LONG_FIELD = 40_000;
    private static final int GOOD = 20;
    private static final int BROKEN = 5;

    @Override
    public String name() {
        return "bad-file";
    }

    @Override
    public String title() {
        return "坏文件: 问题逐行列出, 好行照收 · a bad file: findings by row, good rows go on";
    }

    @Override
    public void walk(Walk walk) throws Exception {
        Path folder = Files.createDirectories(walk.city().home().resolve("visitors"));
        Files.write(folder.resolve("gbk.csv"), "编号,姓名\n1,张三\n2,李四\n3,王五\n".getBytes(GBK));
        Files.write(folder.resolve("通讯录 一.csv"), "\ufeff编号,姓名\n1,赵六\n2,钱七\n".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("broken.csv"), broken(people(walk)));

        walk.expect("接入命令 connect ends well", 0, Connecting.connect(walk, folder.toString(), DEPARTMENT));
        walk.awaitSame(
                "GBK 与 UTF-8 及好行都已入池 both encodings and all good rows came in",
                Connecting.TAKEN_IN,
                List.of(2L, 3L, (long) GOOD),
                () -> Connecting.takenIn(walk, DEPARTMENT).values().stream()
                        .sorted()
                        .toList());
        walk.awaitSame(
                "每个坏行都有问题记录 a finding for each bad row",
                Connecting.TAKEN_IN,
                true,
                () -> findings(walk).path("total").asLong() >= BROKEN);
        JsonNode findings = findings(walk);
        walk.expectThat("问题分类 codes", findings.path("codes").size() >= BROKEN, findings.path("codes"));
        for (JsonNode finding : findings.path("rows")) {
            walk.expectThat(
                    finding.path("code").asText() + " 有位置和改法 place and mend",
                    !finding.at("/args/advice_zh").asText().isEmpty()
                            && (!finding.path("place").asText().isEmpty()
                                    || finding.path("row").asInt(-1) >= 0),
                    finding.path("place").asText() + " "
                            + finding.at("/args/advice_zh").asText());
        }
    }

    private static JsonNode findings(Walk walk) {
        return walk.machine().get("/api/exchange/findings?department=" + DEPARTMENT);
    }

    /** Good rows, then one row each: too few columns, a NUL byte, an oversize field, another encoding, a key again. */
    private static byte[] broken(List<String> people) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        line(file, "visit_id,id_number,remark");
        for (int i = 0; i < people.size(); i++) {
            line(file, (i + 1) + "," + people.get(i) + ",到访");
        }
        line(file, "101");
        line(file, "102,x,nul\u0000byte");
        line(file, "103,x," + "长".repeat(LONG_FIELD));
        file.write("104,x,".getBytes(StandardCharsets.UTF_8));
        file.write("乱码".getBytes(GBK));
        line(file, "");
        line(file, "1,x,又一次");
        return file.toByteArray();
    }

    private static void line(ByteArrayOutputStream file, String text) {
        file.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> people(Walk walk) {
        return walk
                .department("public_security")
                .query("select id_number from person where id_number ~ '^[0-9]{17}[0-9X]$' order by person_no limit "
                        + GOOD)
                .stream()
                .map(Map::values)
                .map(values -> String.valueOf(values.iterator().next()))
                .toList();
    }
}
