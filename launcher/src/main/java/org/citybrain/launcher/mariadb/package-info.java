/**
 * The MariaDB server of a home, for the department whose own system runs on it. The programs come out of the class path's
 * artifact; the server is a process of its own, supervised like the others, and keeps nothing in this JVM.
 */
@NullMarked
package org.citybrain.launcher.mariadb;

import org.jspecify.annotations.NullMarked;
