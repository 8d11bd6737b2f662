/** E-licences for the console and for whoever checks one. */
@NullMarked
package org.citybrain.platform.licence.web;

import org.jspecify.annotations.NullMarked;
