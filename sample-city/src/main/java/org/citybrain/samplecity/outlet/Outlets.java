package org.citybrain.samplecity.outlet;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citybrain.samplecity.clock.CityClock;
import org.citybrain.samplecity.config.CityConfig;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.DepartmentSystem;

/** Runs the outlets of the departments that have one, until closed. */
public final class Outlets implements AutoCloseable {
    private final CityClock clock;
    private final List<AutoCloseable> open = new ArrayList<>();

    /**
     * Starts them.
     *
     * @throws IOException when an interface's port is in use or its description cannot be written
     */
    public Outlets(CityConfig config, PrintStream out) throws IOException {
        this.clock = new CityClock(config);
        for (String department : config.departments()) {
            Optional<Path> outbox = config.outbox(department);
            if (outbox.isPresent() && CityTables.system(department) == DepartmentSystem.FOLDER) {
                FolderExport export =
                        new FolderExport(config.department(department), department, outbox.get(), clock, out);
                open.add(export);
                export.start();
            }
            Optional<CityConfig.Door> door = config.door(department);
            if (door.isPresent() && CityTables.system(department) == DepartmentSystem.HTTP) {
                open.add(new HttpInterface(config.department(department), department, door.get(), clock));
                out.println("serving " + department + " at " + door.get().url());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable outlet : open) {
            try {
                outlet.close();
            } catch (Exception e) {
                throw new IOException("An outlet did not close: " + e.getMessage(), e);
            }
        }
        clock.close();
    }
}
