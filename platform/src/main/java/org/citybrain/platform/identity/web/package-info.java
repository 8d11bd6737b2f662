/** Login page, own page, accounts; nobody imports it. */
@NullMarked
package org.citybrain.platform.identity.web;

import org.jspecify.annotations.NullMarked;
