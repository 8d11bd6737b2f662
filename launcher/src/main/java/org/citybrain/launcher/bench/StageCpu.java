package org.citybrain.launcher.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citybrain.launcher.city.City;
import org.citybrain.launcher.supervise.Child;

/** Processor seconds of each process of a city, and of processes beside it, from one moment to another. */
record StageCpu(Map<String, Double> seconds) {

    StageCpu {
        seconds = Map.copyOf(seconds);
    }

    static StageCpu now(City city, Map<String, ProcessHandle> beside) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (Child child : city.supervisor().children()) {
            if (child.isRunning()) {
                seconds.put(child.spec().name(), CpuMeter.secondsOf(child.runningProcess()));
            }
        }
        // its children are counted above
        seconds.put("launcher", CpuMeter.ownSeconds(ProcessHandle.current()));
        beside.forEach((name, process) -> seconds.put(name, CpuMeter.secondsOf(process)));
        return new StageCpu(seconds);
    }

    /** What was spent since then. */
    StageCpu since(StageCpu before) {
        Map<String, Double> spent = new LinkedHashMap<>();
        seconds.forEach((name, now) -> spent.put(name, now - before.seconds.getOrDefault(name, 0.0)));
        return new StageCpu(spent);
    }

    double of(String process) {
        return seconds.getOrDefault(process, 0.0);
    }

    double total() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
