/* SPDX-License-Identifier: EUPL-1.2 */
/** Reading of YAML with the failsafe schema: every scalar stays text and is typed by the reader, every problem has line and column. Used for Mandant and Dienst files. */
@NullMarked
package de.kommunalsdk.config;

import org.jspecify.annotations.NullMarked;
