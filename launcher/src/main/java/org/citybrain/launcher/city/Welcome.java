package org.citybrain.launcher.city;

import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.launcher.home.HomeFile;
import org.citybrain.launcher.shell.Terminal;

/** What a person reads when the city is up: where to go, who to be, what to look at first. */
public final class Welcome {

    private Welcome() {}

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
        config.startingWith("account.")
                .forEach((key, password) ->
                        terminal.line(String.format("  %-16s  %s", key.replace(".password", ""), password)));
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
