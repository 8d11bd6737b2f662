package org.citybrain.gateway.capture;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A department's database of its own for each test, with tables that are captured, and received before the test begins. */
abstract class CapturedDepartment {
    @TempDir
    Path folder;

    DepartmentDatabase database;

    private final String[] tables;

    /** A department with these tables, as statements that make and fill them. */
    CapturedDepartment(String... tables) {
        this.tables = tables;
    }

    @BeforeEach
    void startDatabase() throws Exception {
        database = new DepartmentDatabase(folder);
        database.execute(tables);
        database.startCapture();
        awaitReceived();
    }

    @AfterEach
    void stopDatabase() throws Exception {
        database.close();
    }

    /** Waits until the receiver has what the source has. */
    abstract void awaitReceived();
}
