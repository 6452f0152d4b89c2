/* SPDX-License-Identifier: EUPL-1.2 */
/** The servlet that a host mounts. */
@NullMarked
package de.kommunalsdk.forms.servlet;

import org.jspecify.annotations.NullMarked;
