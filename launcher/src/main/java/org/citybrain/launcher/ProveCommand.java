package org.citybrain.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citybrain.kernel.batch.BatchHeader;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.kernel.proof.ProofVerifier;
import org.citybrain.launcher.door.Answer;
import org.citybrain.launcher.door.Machine;
import org.citybrain.launcher.home.HomeFile;
import org.citybrain.launcher.shell.Arguments;
import org.citybrain.launcher.shell.Launch;
import org.citybrain.launcher.shell.PlainFailure;
import org.citybrain.launcher.shell.Terminal;
import org.citybrain.launcher.shell.WrongUsage;

/** `prove`: takes the proof of one delivered row from the platform, or verifies such a file without any platform. */
record ProveCommand() implements Command {

    @Override
    public int run(List<String> words, Launch launch) throws IOException {
        Arguments arguments = Arguments.of(words, Set.of("--verify", "--key", "--lane", "--out", "--home"), Set.of());
        if (arguments.has("--verify")) {
            return verify(arguments, launch.terminal());
        }
        if (arguments.rest().size() != 3) {
            throw new WrongUsage("需要资源、批次序号和行号 · RESOURCE SEQUENCE ROW are needed");
        }
        if (!arguments.rest().get(1).matches("\\d{1,18}")
                || !arguments.rest().get(2).matches("\\d{1,9}")) {
            throw new WrongUsage("批次序号和行号是数字 · SEQUENCE and ROW are numbers");
        }
        return write(arguments, launch);
    }

    private static int write(Arguments arguments, Launch launch) throws IOException {
        List<String> words = arguments.rest();
        Path home = launch.home(arguments);
        HomeConfig config = HomeFile.open(home);
        String path = "/api/exchange/proofs/" + words.get(0) + "/"
                + arguments.find("--lane").orElse("0") + "/" + words.get(1) + "/" + words.get(2);
        Machine machine = new Machine(config);
        Answer answer = machine.ask(path);
        if (answer.isRefused()) {
            throw new PlainFailure(
                    "平台没有给出存证 · the platform gave no proof (" + answer.status() + "): "
                            + answer.body().path("detail").asText(answer.text()),
                    "请核对资源、序号和行号 · check resource, sequence and row number");
        }
        Path file = arguments
                .find("--out")
                .map(Path::of)
                .orElseGet(() -> home.resolve("proofs").resolve(String.join("-", words) + ".proof.json"));
        if (!arguments.has("--out")) {
            Files.createDirectories(home.resolve("proofs"));
        }
        Files.writeString(file, answer.text());
        BatchHeader header = header(answer.body());
        launch.terminal().line("存证已写入 · proof written: " + file + " (" + Files.size(file) + " bytes)");
        writeKey(machine, header.node(), file, launch.terminal());
        return 0;
    }

    private static BatchHeader header(JsonNode proof) {
        byte[] bytes = java.util.Base64.getDecoder().decode(proof.path("header").asText());
        return BatchHeader.decode(java.nio.ByteBuffer.wrap(bytes));
    }

    private static void writeKey(Machine machine, String node, Path proof, Terminal terminal) throws IOException {
        Answer keys = machine.ask("/api/exchange/node-keys");
        for (JsonNode key : keys.body().isArray() ? keys.body() : keys.body().path("rows")) {
            if (key.path("node").asText().equals(node)) {
                Path file = keyFile(proof, node);
                Files.writeString(file, key.path("publicKeyHex").asText() + "\n");
                terminal.line("部门公钥 · the department's public key: " + file);
                return;
            }
        }
        terminal.trouble("平台没有给出 " + node + " 的公钥 · the platform did not tell the public key of " + node);
    }

    private static int verify(Arguments arguments, Terminal terminal) throws IOException {
        Path file = Path.of(arguments.find("--verify").orElseThrow());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new PlainFailure("找不到存证文件 · cannot read the proof file " + file, "请核对路径 · check the path");
        }
        long begin = System.nanoTime();
        byte[] bytes = Files.readAllBytes(file);
        try {
            ProofVerifier.Proved proved = ProofVerifier.verify(bytes, key(arguments, file, bytes));
            BatchHeader header = proved.header();
            terminal.line(
                    "✓ 存证有效 · the proof holds (" + Terminal.seconds(Duration.ofNanos(System.nanoTime() - begin)) + ")");
            terminal.line(String.format(
                    Locale.ROOT,
                    "  %s · %s · lane %d · batch %d · %d bytes",
                    header.node(),
                    header.resource(),
                    header.lane(),
                    header.sequence(),
                    bytes.length));
            proved.after().forEach((field, value) -> terminal.line("  " + field + " = " + value));
            return 0;
        } catch (ProofVerifier.RefusedException e) {
            terminal.line("✗ 存证无效 · " + e.getMessage());
            return 1;
        }
    }

    private static String key(Arguments arguments, Path proof, byte[] bytes) throws IOException {
        String given = arguments.find("--key").orElse("");
        if (given.matches("04[0-9a-fA-F]{128}")) {
            return given;
        }
        Path file = given.isEmpty() ? keyFile(proof, nodeOf(bytes)) : Path.of(given);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new PlainFailure(
                    "没有部门公钥 · the department's public key is needed, there is no " + file,
                    "请用 --key 指定公钥文件或十六进制公钥 · give it with --key FILE or --key 04…");
        }
        return Files.readString(file).strip();
    }

    private static Path keyFile(Path proof, String node) {
        return proof.toAbsolutePath().resolveSibling(node.replaceAll("[^\\w@.-]", "_") + ".pub");
    }

    /** The node that the file claims to be from; only used to find a key, the signature then tells the truth. */
    private static String nodeOf(byte[] bytes) throws IOException {
        try {
            return header(new com.fasterxml.jackson.databind.ObjectMapper().readTree(bytes))
                    .node();
        } catch (RuntimeException | com.fasterxml.jackson.core.JsonProcessingException damaged) {
            throw new PlainFailure(
                    "这不是存证文件 · the file is no proof, or a damaged one", "请重新取得存证 · get the proof again: bin/cb prove");
        }
    }
}
