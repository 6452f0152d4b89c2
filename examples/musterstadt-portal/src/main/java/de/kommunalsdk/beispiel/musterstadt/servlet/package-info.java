/* SPDX-License-Identifier: EUPL-1.2 */
/** The town's own pages and files, served beside the SDK. */
@NullMarked
package de.kommunalsdk.beispiel.musterstadt.servlet;

import org.jspecify.annotations.NullMarked;
