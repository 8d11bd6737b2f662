/** Exchange pages, proofs, findings and node keys over HTTP; nobody imports it. */
@NullMarked
package org.citybrain.platform.exchange.web;

import org.jspecify.annotations.NullMarked;
