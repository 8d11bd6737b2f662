package org.citybrain.launcher.supervise;

import java.io.IOException;
import java.nio.file.Path;
import org.citybrain.launcher.shell.PlainFailure;

/** The data folder of a database server, which is brought into a state in which the server can start. */
public interface ServerFolder {

    Path data();

    boolean isInitialised();

    /** Makes the folder; what a broken-off making left is begun again. */
    void initialise() throws IOException;

    /** Asks a server to end that outlived a killed launcher and holds the folder. */
    void freeFromOrphan() throws IOException;

    /** Makes the folder, or frees the one that is there. */
    default void prepare() {
        try {
            if (isInitialised()) {
                freeFromOrphan();
            } else {
                initialise();
            }
        } catch (IOException e) {
            throw new PlainFailure(
                    "无法准备数据库目录 · cannot prepare the database folder " + data() + ": " + e.getMessage(),
                    "请检查磁盘空间与权限 · check the disk's room and the folder's rights",
                    e);
        }
    }
}
