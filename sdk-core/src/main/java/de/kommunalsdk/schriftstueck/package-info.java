/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Documents to be read, kept and printed: the port that turns XHTML into PDF, and its values. The implementation is a
 * module of its own, sdk-pdf; a portal may give its own.
 */
@NullMarked
package de.kommunalsdk.schriftstueck;

import org.jspecify.annotations.NullMarked;
