/* SPDX-License-Identifier: EUPL-1.2 */
/** A portal as a web application that real servers run: it embeds the SDK in both ways and has habits of its own. */
@NullMarked
package de.kommunalsdk.forms.einbettung;

import org.jspecify.annotations.NullMarked;
