/** Catalogue pages, registration and grants over HTTP; nobody imports it. */
@NullMarked
package org.citybrain.platform.catalogue.web;

import org.jspecify.annotations.NullMarked;
