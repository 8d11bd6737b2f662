/** Resources, versions and needs in the database; nobody outside the room imports it. */
@NullMarked
package org.citybrain.platform.catalogue.internal;

import org.jspecify.annotations.NullMarked;
