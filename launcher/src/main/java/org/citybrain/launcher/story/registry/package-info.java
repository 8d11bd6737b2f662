/** Stories of the registries of firms, licences and the economy; each compares with what the departments' databases hold. */
@NullMarked
package org.citybrain.launcher.story.registry;

import org.jspecify.annotations.NullMarked;
