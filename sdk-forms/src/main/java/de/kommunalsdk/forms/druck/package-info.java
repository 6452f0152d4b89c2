/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * What is printed: the frame of a document with Wappen and responsible unit, and the blank form of a Dienst. Everything
 * printed is German, the official language (section 23 VwVfG NRW); the port Schriftstueck makes the PDF.
 */
@NullMarked
package de.kommunalsdk.forms.druck;

import org.jspecify.annotations.NullMarked;
