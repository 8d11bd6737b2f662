package org.citybrain.gateway.connect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.citybrain.gateway.signing.PlatformClient;
import org.citybrain.gateway.source.RememberedSources;
import org.citybrain.gateway.source.SourceSpec;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;

/**
 * {@code connect URL|FOLDER --config F [--user U --password-file F] [--department code --title 名称] [--gateway name]
 * [--yes]}: proposes resources, registers them and starts the exchange.
 */
public final class ConnectMain {
    private ConnectMain() {}

    private static final int WRONG_USAGE = 2;
    private static final int DECLINED = 3;

    /** Exits with 0 when the exchange was started, 1 with one sentence when not, 2 on wrong words, 3 when it was declined. */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            System.exit(run(args));
        } catch (WrongUsageException e) {
            System.err.println(e.getMessage() + " — --help");
            System.exit(WRONG_USAGE);
        } catch (ConfigException e) {
            System.err.println("✗ " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("✗ 读不到回答 · The answer could not be read: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            System.exit(1);
        }
    }

    private static int run(String[] args) throws IOException, InterruptedException {
        HomeConfig config = HomeConfig.fromArguments(args);
        ConnectTarget target = ConnectTarget.of(args);
        String gateway = gateway(config, args);
        SourceSpec source = target.source();
        List<Proposal> proposals = proposals(source);
        System.out.print(ProposalTable.of(proposals));
        if (source.postgres() != null) {
            System.out.println("将在源库建立发布和复制槽，并把各表设为 REPLICA IDENTITY FULL。"
                    + " A publication and a slot are made at the source; its tables get REPLICA IDENTITY FULL.");
        }
        if (!Arrays.asList(args).contains("--yes") && !isConfirmed()) {
            System.out.println("没有登记。Nothing was registered.");
            return DECLINED;
        }
        PlatformClient platform = new PlatformClient(config.get("platform.url"), config.get("platform.machine.token"));
        new Registration(platform).register(source.department(), target.title(), proposals);
        System.out.println("已登记 " + proposals.size() + " 个资源。Registered " + proposals.size() + " resources.");
        System.out.println(start(config, gateway, source));
        return 0;
    }

    private static List<Proposal> proposals(SourceSpec source) {
        if (source.postgres() != null) {
            return DatabaseProposals.of(source.postgres(), source.department());
        }
        if (source.mariadb() != null) {
            return MariaDbProposals.of(source.mariadb(), source.department());
        }
        return FolderProposals.of(Path.of(String.valueOf(source.folder())), source.department());
    }

    private static boolean isConfirmed() throws IOException {
        System.out.print("登记并开始交换？Register these and start the exchange? [y/N] ");
        System.out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return answer != null && answer.strip().matches("(?i)y|yes|是|好");
    }

    // a running gateway takes the source in at once and remembers it; one that is down finds it at its next start
    private static String start(HomeConfig config, String gateway, SourceSpec source) throws InterruptedException {
        String prefix = "gateway." + gateway + ".";
        String url = "http://127.0.0.1:" + config.getInt(prefix + "health.port");
        try {
            PlatformClient.Answer answer =
                    new PlatformClient(url, config.get("platform.machine.token")).post("/sources", source);
            if (!answer.isDone()) {
                throw new ConfigException(
                        "前置机 " + gateway + " 拒绝了 · The gateway " + gateway + " refused: " + answer.body());
            }
            return "交换已开始。The exchange runs in " + gateway + ".";
        } catch (IOException e) {
            Path folder = Path.of(config.get(prefix + "dir", config.get("home", ".") + "/gateway/" + gateway));
            new RememberedSources(folder.resolve("sources.json")).add(source);
            return "前置机未运行，下次启动时开始。" + gateway + " is not running; the exchange starts when it does.";
        }
    }

    /** The gateway that is to serve the source, known before anything is registered. */
    private static String gateway(HomeConfig config, String[] args) {
        List<String> known = config.startingWith("gateway.").keySet().stream()
                .filter(key -> key.endsWith(".health.port"))
                .map(key -> key.substring(0, key.length() - ".health.port".length()))
                .toList();
        if (known.isEmpty()) {
            throw new ConfigException("配置中没有前置机 · The configuration names no gateway.");
        }
        String wished = HomeConfig.argument(args, "--gateway").orElse(known.getFirst());
        if (!known.contains(wished)) {
            throw new WrongUsageException("没有前置机 " + wished + "，可用 · There is no gateway " + wished + "; there are: "
                    + String.join(", ", known));
        }
        return wished;
    }
}
