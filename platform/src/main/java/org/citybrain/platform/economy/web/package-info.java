/** The series over HTTP. */
@NullMarked
package org.citybrain.platform.economy.web;

import org.jspecify.annotations.NullMarked;
