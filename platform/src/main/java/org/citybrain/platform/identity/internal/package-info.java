/** Accounts in the database, the security chains, the guard on every endpoint; nobody outside the room imports it. */
@NullMarked
package org.citybrain.platform.identity.internal;

import org.jspecify.annotations.NullMarked;
