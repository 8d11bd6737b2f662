package org.citybrain.launcher.city;

import java.util.ArrayList;
import java.util.List;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.home.HomeFile;
import org.citybrain.launcher.shell.Terminal;

/** What a person reads when the city is up: where to go, who to be, what to look at first. */
public final class Welcome {

    private static final String PASSWORD = ".password";

    private Welcome() {}

    /** A line for each account that has a password; other settings of accounts are not for signing in. */
    static List<String> accounts(HomeConfig config) {
        List<String> lines = new ArrayList<>();
        config.startingWith("account.").forEach((key, value) -> {
            if (key.endsWith(PASSWORD)) {
                String login = key.substring(0, key.length() - PASSWORD.length());
                lines.add(String.format("  %-16s  %s", login, value));
            }
        });
        return lines;
    }

    public static void print(City city) {
        HomeConfig config = city.config();
        String url = config.get("platform.url");
        Terminal terminal = city.terminal();
        terminal.line("");
        terminal.line("  工作台 workbench  " + url + "/");
        terminal.line("  网格通 field      " + url + "/field");
        terminal.line("  大屏 wall         " + url + "/wall");
        terminal.line("");
        terminal.line("  账号 account      密码 password");
        accounts(config).forEach(terminal::line);
        terminal.line("");
        if (config.isOn("sample.city")) {
            terminal.line(
                    "  先看 look first: 以 grid-worker 登录网格通, 看刚到的入户核实 · log in to the field page as grid-worker and see"
                            + " the newest visit;");
            terminal.line("    再以 county-officer 登录工作台打开一个案件 · then open a case on the workbench as county-officer;"
                    + " the wall as mayor.");
        }
        terminal.line("  日志 logs         " + city.home().resolve("log"));
        terminal.line("  设置 settings     " + HomeFile.of(city.home()));
        terminal.line("  Ctrl-C 停止 stops all · 再次启动继续 a second start goes on where it was");
    }
}
