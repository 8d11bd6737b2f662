package org.citybrain.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/** The sub-commands by name. */
final class Commands {

    private Commands() {}

    static Map<String, Command> all() {
        Map<String, Command> commands = new LinkedHashMap<>();
        commands.put("demo", new DemoCommand(true));
        commands.put("run", new DemoCommand(false));
        commands.put("bench", new BenchCommand());
        commands.put("connect", new ConnectCommand());
        commands.put("exchange-run", new ExchangeRunCommand());
        commands.put("scene", new SceneCommand());
        commands.put("prove", new ProveCommand());
        commands.put("sample", new SampleCommand());
        commands.put("with-city", new WithCityCommand());
        return commands;
    }
}
